/** Whether a file is JSON, by its name; else it is CSV. */
export const isJson = (name: string): boolean => /\.json$/i.test(name);
