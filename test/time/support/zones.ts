/** Zones with every kind of trouble that clocks have made. */
export const zones = [
  "America/New_York",
  "America/Sao_Paulo",
  "America/St_Johns",
  "Europe/London",
  "Europe/Warsaw",
  "Africa/Casablanca",
  "Asia/Kathmandu",
  "Asia/Tehran",
  "Asia/Gaza",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Pacific/Auckland",
] as const;
