import { describe, expect, it } from "vitest";
import { gallery, galleryPage } from "./support/gallery.js";

describe("the ten explanations of the guide", () => {
  it("are ten, all different", () => {
    expect(new Set(gallery().map(({ text }) => text)).size).toBe(10);
  });

  it("read as the page has them; `npx vitest -u` writes it anew after an intended change", async () => {
    await expect(galleryPage()).toMatchFileSnapshot("../../docs/guide/explanations.md");
  });
});
