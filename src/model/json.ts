/**
 * A value that `JSON.stringify` and `JSON.parse` give back unchanged.
 *
 * @since 0.1.0
 */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
