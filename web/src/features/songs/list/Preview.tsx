import { Link } from "@tanstack/react-router";
import { ListPlus } from "lucide-react";
import { useMemo, useState } from "react";
import type { Chart, Session, Song } from "@/api/types";
import { ChordChart } from "@/components/chart/ChordChart";
import { findPattern } from "@/components/chart/find";
import { keyIndex } from "@/components/chart/keys";
import { ProblemState } from "@/components/ProblemState";
import { usePrefs } from "@/components/prefs";
import { Button, buttonClass } from "@/components/ui/Button";
import { type BoardSlot, KeyBoard } from "@/components/ui/Key";
import { Skeleton } from "@/components/ui/States";
import { t } from "@/i18n";
import { AddToList } from "../AddToList";
import { EditLink } from "../chart/ChartHead";
import { ChartSkeleton } from "../chart/ChartSkeleton";
import { Revisions } from "../chart/Revisions";
import { SongMenu } from "../chart/SongMenu";
import { Facts, rights, tempo } from "../Facts";
import { useSongView } from "../useSongView";

function Title({ title, find }: { title: string; find?: RegExp }) {
  if (!find) return <h2 className="h-song">{title}</h2>;
  const bits = title.split(find).map((bit, i) =>
    i % 2 ? (
      <mark className="mk" key={i}>
        {bit}
      </mark>
    ) : (
      bit
    ),
  );
  return <h2 className="h-song">{bits}</h2>;
}

function Actions({ song, chosen, session }: { song: Song; chosen: string; session?: Session }) {
  const [revisions, setRevisions] = useState(false);
  return (
    <div className="acts">
      <Link
        to="/songs/$songId"
        params={{ songId: song.id }}
        search={{ key: chosen || undefined }}
        className={buttonClass({ look: "pri" })}
      >
        {t("songs.open_chart")}
      </Link>
      {session?.user && (
        <AddToList
          songIds={[song.id]}
          title={song.title}
          button={(props) => (
            <Button {...props} icon={ListPlus}>
              {t("lists.add")}
            </Button>
          )}
        />
      )}
      {song.may.edit && <EditLink song={song} />}
      <SongMenu song={song} onRevisions={() => setRevisions(true)} />
      {revisions && <Revisions song={song} onClose={() => setRevisions(false)} />}
    </div>
  );
}

function slotsOf(song: Song, chart: Chart): BoardSlot[] {
  const people = song.keys
    .filter((k) => k.preferred_key)
    .map((k) => ({ id: k.profile_id, key: k.preferred_key, name: k.name.split(" ")[0] ?? k.name }));
  const written = { id: "written", key: chart.key_written, name: t("chart.written") };
  const usual = { id: "usual", key: chart.key, name: t("chart.usual") };
  return [...(chart.key === chart.key_written ? [] : [usual]), written, ...people];
}

function Shown({ song, chart, query, session }: { song: Song; chart: Chart; query?: string; session?: Session }) {
  const look = usePrefs();
  const find = useMemo(() => findPattern(query), [query]);
  const slots = slotsOf(song, chart);
  const mine = slots.find((slot) => slot.id === session?.user?.profile_id);
  const [chosen, setChosen] = useState(mine?.id ?? slots[0]?.id);
  const slot = slots.find((s) => s.id === chosen) ?? slots[0];
  const column = Math.max(0, keyIndex(chart.keys, slot?.key ?? chart.key));
  const facts = [tempo(chart.meter, chart.bpm), rights(song)];
  return (
    <div className="scroll" key={song.id}>
      <Title title={song.title} find={find} />
      <Facts song={song} more={facts} />
      <Actions song={song} chosen={slot?.key === chart.key ? "" : (slot?.key ?? "")} session={session} />
      <div className={slots.length > 1 ? "where" : "where bare"}>
        <KeyBoard label={t("chart.whose")} slots={slots} chosen={slot?.id} onChoose={(s) => setChosen(s.id)} />
      </div>
      <ChordChart
        chart={chart}
        column={column}
        notation={look.notation}
        columns={2}
        find={find}
        clearLetters={look.clearLetters}
        spoken={look.readChords}
        language={song.language}
        prefix="prev-"
      />
    </div>
  );
}

export interface PreviewProps {
  id?: string;
  query?: string;
  session?: Session;
}

function Content({ id, query, session }: PreviewProps & { id: string }) {
  const view = useSongView(id);
  if (view.song && view.chart)
    return <Shown key={id} song={view.song} chart={view.chart} query={query} session={session} />;
  if (view.error) return <ProblemState error={view.error} title={t("song.error")} onRetry={view.retry} />;
  return (
    <div className="scroll">
      <Skeleton label={t("song.getting")}>
        <ChartSkeleton />
      </Skeleton>
    </div>
  );
}

/** The chosen song beside the list. */
export function Preview(props: PreviewProps) {
  return (
    <section className="prev" aria-label={t("songs.preview")}>
      {props.id ? <Content {...props} id={props.id} /> : <p className="prev-none">{t("songs.preview.none")}</p>}
    </section>
  );
}
