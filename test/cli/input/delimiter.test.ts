import { describe, expect, it } from "vitest";
import { delimiter } from "../../../src/cli/input/delimiter.js";

describe("delimiter", () => {
  it.each(["id;name", '\uFEFF"id";name\nl1,x', "\n\nid;name\nl1", '"first, or\nlast";id', "id;name\rl1,x"])(
    "is a semicolon in %j",
    (text) => {
      expect(delimiter(text)).toBe(";");
    },
  );

  it.each(["", "id", "id,name", "id,name;note", '"id;name"\nl1', "id\nl1;x", '"id;name', 'id,";"'])(
    "is a comma in %j",
    (text) => {
      expect(delimiter(text)).toBe(",");
    },
  );
});
