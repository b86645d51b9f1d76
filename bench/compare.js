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
 * What one decision costs here and there, in microseconds of CPU. Both are measured in turn, and the ratio is taken
 * within a round, since the machine changes from one to the next.
 */
export const costs = (ours, other, leads) => {
  const [dealOurs, dealOther] = [dealer(ours, leads), dealer(other, leads)];
  const [oursTimes, otherTimes] = [timesFor(dealOurs), timesFor(dealOther)];
  const rounds = Array.from({ length: ROUNDS }, () => {
    const us = { ours: costUs(dealOurs, oursTimes), other: costUs(dealOther, otherTimes) };
    return { ...us, ratio: us.ours / us.other };
  });
  return {
    oursUs: median(rounds.map(({ ours: us }) => us)),
    otherUs: median(rounds.map(({ other: us }) => us)),
    ratio: median(rounds.map((round) => round.ratio)),
  };
};

/** The same over a loop of the same rule, which must give every lead to the same rep. */
export const compare = (ours, loop, leads) => {
  insistOnSamePicks(ours, loop, leads);
  return costs(ours, loop, leads);
};
