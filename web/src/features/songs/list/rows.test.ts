import { describe, expect, it } from "vitest";
import type { MatchField, SongSummary } from "@/api/types";
import { neighbour, rowsOf, songsOf } from "./rows";

function song(id: string, field?: MatchField): SongSummary {
  return { id, version: 1, title: id, tags: [], updated_at: "", match: field && { field, parts: [] } };
}

describe("rowsOf", () => {
  const found = [
    song("a", "title"),
    song("b", "lyrics"),
    song("c", "alias"),
    song("d", "first_line"),
    song("e", "author"),
  ];

  it("puts best matches under where they matched, in the server's order", () => {
    const rows = rowsOf(found, true).map((row) => (row.kind === "group" ? `[${row.group}]` : row.song.id));
    expect(rows).toEqual(["[title]", "a", "c", "[lyrics]", "b", "d", "[people]", "e"]);
  });

  it("needs no headings in another order", () => {
    expect(rowsOf(found, false).every((row) => row.kind === "song")).toBe(true);
  });

  it("moves in the order on the screen and stops at the ends", () => {
    const songs = songsOf(rowsOf(found, true));
    expect(neighbour(songs, "c", 1)?.id).toBe("b");
    expect(neighbour(songs, "a", -1)?.id).toBe("a");
    expect(neighbour(songs, "e", 1)?.id).toBe("e");
    expect(neighbour(songs, undefined, 1)?.id).toBe("a");
  });
});
