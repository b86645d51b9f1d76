/** From the beginning of one day of January 2026 to the beginning of another, in UTC. */
const january = (from: number, to: number): string => `2026-01-${from}T00:00Z/2026-01-${to}T00:00Z`;

/** The sample reps as rows for a CSV file, header first. The names are invented. */
export const reps: readonly (readonly string[])[] = [
  ["id", "name", "active", "regions", "languages", "skills", "weight", "capacity", "timeOff"],
  ["abbo", "Abbo", "true", "US; CA", "en", "crm:3; analytics:3", "1", "", ""],
  ["brella", "Brella", "true", "US", "en es", "crm:4; integration:2; security:2", "2", "", ""],
  ["corvo", "Corvo", "true", "US-CA; US-TX", "en es", "crm:2; security:3", "1", "", january(12, 17)],
  ["delka", "Delka", "true", "US; CA", "en fr", "analytics:4; integration:4", "1.5", "", ""],
  ["ennick", "Ennick", "true", "GB; US-NY", "en", "crm:3; security:4; integration:2", "1", "40", ""],
  ["flurit", "Flurit", "true", "GB; EMEA", "en de", "crm:3; integration:4", "1.5", "", january(19, 24)],
  ["garro", "Garro", "true", "EMEA/DACH", "de en", "crm:4; analytics:3; integration:2", "1", "", ""],
  ["hessa", "Hessa", "true", "EMEA/DACH; EMEA/France", "de fr", "crm:2; security:2", "1", "", ""],
  ["ibbit", "Ibbit", "true", "EMEA/Nordics", "sv da en", "crm:3; integration:2", "1", "", ""],
  ["jorna", "Jorna", "true", "EMEA/Nordics; GB", "da en", "analytics:3; crm:2", "0.5", "", january(26, 28)],
  ["kelvo", "Kelvo", "true", "EMEA/France; CA-QC", "fr en", "crm:3; analytics:2; integration:2", "1", "", ""],
  ["lunet", "Lunet", "false", "EMEA; GB", "sv de en", "crm:4; integration:3", "1", "", ""],
];
