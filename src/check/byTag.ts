import { below, isRecord, oneOf, recordOf, type Shape } from "./shape.js";

/** The shape that the value's tag asks for. */
export const byTag = (tag: string, shapes: Readonly<Record<string, Shape>>): Shape => {
  const known = new Map(Object.entries(shapes));
  const tags = oneOf(...known.keys());
  const record = recordOf({});
  return (value) => {
    if (!isRecord(value)) return record(value);
    const shape = known.get(value[tag] as string);
    return shape === undefined ? below(tag, tags(value[tag])) : shape(value);
  };
};
