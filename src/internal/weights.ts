export const HIGHEST_WEIGHT = 10_000;

export const isInWholeThousandths = (weight: number): boolean => Math.round(weight * 1000) / 1000 === weight;
