import "fake-indexeddb/auto";
import { expect, it } from "vitest";
import { emptyDraft } from "./draft";
import { dropDraft, keepDraft, keepLastWords, readDraft } from "./drafts";

const kept = (title: string) => ({ id: "s1", draft: emptyDraft(title), base: emptyDraft(), version: 1, savedAt: 1 });

it("keeps a draft, prefers a closing page's last words, and forgets both", async () => {
  expect(await readDraft("s1")).toBeUndefined();
  expect(await keepDraft(kept("kept"))).toBe(true);
  keepLastWords(kept("last"));
  expect((await readDraft("s1"))?.draft.title).toBe("last");
  expect((await readDraft("s1"))?.draft.title).toBe("last");
  await dropDraft("s1");
  expect(await readDraft("s1")).toBeUndefined();
});
