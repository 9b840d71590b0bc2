import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { Arrangement, Chart, Session, Song } from "@/api/types";
import { ChordChart } from "@/components/chart/ChordChart";
import { OrderStrip } from "@/components/chart/OrderStrip";
import { orderTiles } from "@/components/chart/sections";
import { chooseNotation, prefs, usePrefs } from "@/components/prefs";
import { useShortcuts } from "@/components/shortcuts";
import { Dialog } from "@/components/ui/Dialog";
import { t } from "@/i18n";
import { rights } from "../Facts";
import type { ChartSearch } from "../search";
import { ChartHead } from "./ChartHead";
import { Inspector } from "./Inspector";
import { PrintFoot, PrintHead } from "./PrintHead";
import { Revisions } from "./Revisions";
import { SongMenu } from "./SongMenu";
import { stepScale } from "./scale";
import { ThumbBar } from "./ThumbBar";
import { Tools } from "./Tools";
import { type ChartKeyState, useChartKey } from "./useChartKey";

export interface ChartPageProps {
  song: Song;
  chart: Chart;
  arrangement: Arrangement;
  search: ChartSearch;
  session?: Session;
}

function useChartKeys(song: Song, state: ChartKeyState) {
  const navigate = useNavigate();
  const numbers = () => chooseNotation(prefs.get().notation === "nashville" ? prefs.get().names : "nashville");
  const edit = () =>
    song.may.edit && void navigate({ to: "/songs/$songId/edit", params: { songId: song.id }, search: {} });
  useShortcuts([
    { keys: "arrowup", label: "chart.key.up", group: "chart", run: () => state.step(1) },
    { keys: "arrowdown", label: "chart.key.down", group: "chart", run: () => state.step(-1) },
    { keys: "c", label: "chart.capo.up", group: "chart", run: () => state.setCapo((state.capo + 1) % 8) },
    { keys: "n", label: "keys.numbers", group: "chart", run: numbers },
    { keys: "=,+", label: "chart.text.larger", group: "chart", run: () => stepScale(1) },
    { keys: "_,-", label: "chart.text.smaller", group: "chart", run: () => stepScale(-1) },
    { keys: "1", label: "keys.one_column", group: "chart", run: () => prefs.set({ columns: 1 }) },
    { keys: "2", label: "chart.two_columns", group: "chart", run: () => prefs.set({ columns: 2 }) },
    { keys: "p", label: "song.print", group: "chart", run: () => window.print() },
    { keys: "e", label: "action.edit", group: "chart", run: edit },
    {
      keys: "escape",
      label: "keys.back_to_songs",
      group: "chart",
      run: () => void navigate({ to: "/songs", search: {} }),
    },
  ]);
}

function ArrangementTabs({ song, current }: { song: Song; current: string }) {
  if (song.arrangements.length < 2) return null;
  return (
    <nav className="arrs" aria-label={t("song.arrangements")}>
      {song.arrangements.map((a) => (
        <Link
          key={a.id}
          to="/songs/$songId"
          params={{ songId: song.id }}
          search={{ arr: a.default ? undefined : a.id }}
          className={a.id === current ? "chip on" : "chip"}
          aria-current={a.id === current ? "page" : undefined}
          replace
        >
          {a.name || t("song.arrangement.unnamed")}
        </Link>
      ))}
    </nav>
  );
}

/** The chart is the page; everything else stands around it. */
export function ChartPage({ song, chart, arrangement, search, session }: ChartPageProps) {
  const look = usePrefs();
  const state = useChartKey(chart, search);
  const [open, setOpen] = useState<"revisions" | "about" | undefined>();
  useChartKeys(song, state);
  const panel = { song, chart, state, me: session?.user?.profile_id };
  return (
    <div className="doc">
      <div className="scroll">
        <ChartHead
          song={song}
          arr={search.arr}
          maySeePeople={Boolean(session?.user)}
          onRevisions={() => setOpen("revisions")}
          onAbout={() => setOpen("about")}
        />
        <ArrangementTabs song={song} current={arrangement.id} />
        <Tools chart={chart} state={state} />
        <OrderStrip tiles={orderTiles(chart)} />
        <PrintHead song={song} chart={chart} state={state} />
        <h2 className="sr">{t("chart.label")}</h2>
        <ChordChart
          chart={chart}
          column={state.shown}
          notation={look.notation}
          columns={look.columns}
          scale={look.chartScale}
          writeOut={look.writeOut}
          clearLetters={look.clearLetters}
          spoken={look.readChords}
          language={song.language}
        />
        <p className="rights">{rights(song)}</p>
        <PrintFoot song={song} church={session?.church.name ?? ""} />
      </div>
      <aside className="insp" aria-label={t("song.about.label")}>
        <Inspector {...panel} />
      </aside>
      <ThumbBar
        chart={chart}
        state={state}
        more={<SongMenu song={song} all onRevisions={() => setOpen("revisions")} onAbout={() => setOpen("about")} />}
      />
      {open === "revisions" && <Revisions song={song} onClose={() => setOpen(undefined)} />}
      {open === "about" && (
        <Dialog title={t("song.about")} onClose={() => setOpen(undefined)}>
          <div className="insp inline">
            <Inspector {...panel} />
          </div>
        </Dialog>
      )}
    </div>
  );
}
