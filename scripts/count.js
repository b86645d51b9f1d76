import { readFileSync } from "node:fs";

/**
 * What vitest's JSON report says. A file that could not be loaded has no tests to count and is one failure; so
 * is a run without a report or without a test.
 */
export const count = (path) => {
  let report;
  try {
    report = JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return { passed: 0, failed: 1 };
  }
  const { numPassedTests: passed, numFailedTests, testResults } = report;
  const unloaded = testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  ).length;
  const failed = numFailedTests + unloaded;
  return { passed, failed: passed + failed === 0 ? 1 : failed };
};
