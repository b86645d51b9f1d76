const ROUNDS = 11;
const ROUND_US = 40_000;
const CHECKED_US = 300_000;

const cpuUs = () => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** The same leads again and again, one after the other. */
const dealer = (decide, leads) => {
  let dealt = 0;
  return (times) => {
    for (let i = 0; i < times; i += 1) {
      decide(leads[dealt % leads.length]);
      dealt += 1;
    }
  };
};

const costUs = (deal, times) => {
  const before = cpuUs();
  deal(times);
  return (cpuUs() - before) / times;
};

/** How many decisions fill a round. */
const timesFor = (deal) => {
  for (let times = 1; ; times *= 2) if (costUs(deal, times) * times >= ROUND_US / 2) return times;
};

/** Throws unless both give every lead to the same rep. Goes on for some time, so that accounts drift apart. */
const insistOnSamePicks = (ours, loop, leads) => {
  const before = cpuUs();
  for (let i = 0; i < 3 || (i < leads.length && cpuUs() - before < CHECKED_US); i += 1) {
    const [a, b] = [ours(leads[i]), loop(leads[i])];
    if (a.repId !== b.repId || a.status !== b.status || a.candidates !== b.candidates)
      throw new Error(`lead ${i}: ${a.status} ${a.repId} here, ${b.status} ${b.repId} in the loop`);
  }
};

/**
 * What one decision costs here and in a loop of the same rule, in microseconds of CPU. Both are measured in
 * turn, and the ratio is taken within a round, since the machine changes from one to the next.
 */
export const compare = (ours, loop, leads) => {
  insistOnSamePicks(ours, loop, leads);
  const [dealOurs, dealLoop] = [dealer(ours, leads), dealer(loop, leads)];
  const [oursTimes, loopTimes] = [timesFor(dealOurs), timesFor(dealLoop)];
  const rounds = Array.from({ length: ROUNDS }, () => {
    const us = { ours: costUs(dealOurs, oursTimes), loop: costUs(dealLoop, loopTimes) };
    return { ...us, ratio: us.ours / us.loop };
  });
  return {
    oursUs: median(rounds.map(({ ours: us }) => us)),
    loopUs: median(rounds.map(({ loop: us }) => us)),
    ratio: median(rounds.map(({ ratio }) => ratio)),
  };
};
