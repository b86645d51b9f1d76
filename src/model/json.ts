/** A value that `JSON.stringify` and `JSON.parse` give back unchanged. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
