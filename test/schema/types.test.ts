import { describe, expect, it } from "vitest";
import type * as z from "zod";
import type { Decision, Lead, LeadEvent, Rep, Roster, State, UnassignedPlace } from "../../src/index.js";
import type {
  decisionSchema,
  eventSchema,
  leadSchema,
  repSchema,
  rosterSchema,
  stateSchema,
} from "../../src/schema/index.js";

/** Each member of a union as one object without intersections, all the way down; `readonly` and `?` stay. */
type Flat<A> = A extends string | number | boolean | null | undefined
  ? A
  : A extends readonly (infer Item)[]
    ? A extends Item[]
      ? Flat<Item>[]
      : readonly Flat<Item>[]
    : { [K in keyof A]: Flat<A[K]> };

/** The same type to the last modifier: TypeScript compares the two conditional types by identity. */
type Same<A, B> =
  (<T>() => T extends Flat<A> ? 1 : 2) extends <T>() => T extends Flat<B> ? 1 : 2 ? true : false;

/** What goes in and what comes out are the noun. */
type Is<S extends z.ZodType, Noun> = [Same<z.input<S>, Noun>, Same<z.output<S>, Noun>];

type Yes = readonly [true, true];

/** Compiles where both are the same, so it is `tsc` that runs this test. */
const holds = <_Both extends Yes>(): void => {};

const same = <_Same extends true>(): void => {};

interface Small {
  readonly id: string;
  readonly tags?: readonly string[];
}

type FreeLead = Omit<Lead, "attributes"> & { readonly attributes?: Readonly<Record<string, unknown>> };

describe("the types of the schemas", () => {
  it("are those of the model, in and out", () => {
    holds<Is<typeof leadSchema, Lead>>();
    holds<Is<typeof repSchema, Rep>>();
    holds<Is<typeof rosterSchema, Roster>>();
    holds<Is<typeof stateSchema, State>>();
    holds<Is<typeof decisionSchema, Decision>>();
    holds<Is<typeof eventSchema, LeadEvent>>();
    expect(holds).toBeTypeOf("function");
  });

  it("would not pass for others", () => {
    same<Same<Small, { readonly id: string } & { readonly tags?: readonly string[] }>>();
    // @ts-expect-error a field more
    same<Same<Lead, Lead & { readonly more?: string }>>();
    // @ts-expect-error a field less
    same<Same<Lead, Omit<Lead, "region">>>();
    // @ts-expect-error a field that may be changed
    same<Same<Small, { id: string; readonly tags?: readonly string[] }>>();
    // @ts-expect-error a list that may be changed
    same<Same<Small, { readonly id: string; readonly tags?: string[] }>>();
    // @ts-expect-error a field that may be `undefined`
    same<Same<Small, { readonly id: string; readonly tags?: readonly string[] | undefined }>>();
    // @ts-expect-error a field that must be there
    same<Same<Small, { readonly id: string; readonly tags: readonly string[] }>>();
    // @ts-expect-error a list of something else
    same<Same<Small, { readonly id: string; readonly tags?: readonly number[] }>>();
    // @ts-expect-error a place less
    same<Same<Decision, Exclude<Decision, { readonly status: "parked" }>>>();
    // @ts-expect-error a reason that has forgotten its known names
    same<Same<UnassignedPlace, { readonly status: "unassigned"; readonly reason: string }>>();
    // @ts-expect-error free data of any kind
    same<Same<Lead, FreeLead>>();
    expect(same).toBeTypeOf("function");
  });
});
