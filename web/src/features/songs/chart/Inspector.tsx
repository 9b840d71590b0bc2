import { Music } from "lucide-react";
import type { Chart, Song } from "@/api/types";
import { keyIndex, suggestCapos } from "@/components/chart/keys";
import { Avatar } from "@/components/ui/Bits";
import { KeyButton } from "@/components/ui/Key";
import { t } from "@/i18n";
import { languageName } from "../list/Filters";
import type { ChartKeyState } from "./useChartKey";

interface PanelProps {
  song: Song;
  chart: Chart;
  state: ChartKeyState;
  /** The profile of the person who reads. */
  me?: string;
}

function keyLabelIn(chart: Chart, name: string): string {
  return chart.keys[keyIndex(chart.keys, name)]?.label ?? name;
}

/** Who sings it in which key; pressing a tile puts the chart there, with that person's capo. */
export function WhoseKey({ song, chart, state, me }: PanelProps) {
  return (
    <section>
      <h2>{t("chart.whose")}</h2>
      <div className="kv">
        {song.keys.map((person) => (
          <PersonKey
            key={person.profile_id}
            person={person}
            chart={chart}
            state={state}
            mine={person.profile_id === me}
          />
        ))}
        <Music className="i sm" aria-hidden />
        <span className="sub">{t("chart.written")}</span>
        <KeyButton
          value={chart.key_written}
          label={t("chart.key.to_written", { key: keyLabelIn(chart, chart.key_written) })}
          onClick={() => state.setKey(chart.key_written)}
        />
      </div>
    </section>
  );
}

function PersonKey({
  person,
  chart,
  state,
  mine,
}: {
  person: Song["keys"][number];
  chart: Chart;
  state: ChartKeyState;
  mine: boolean;
}) {
  const label = keyLabelIn(chart, person.preferred_key);
  return (
    <>
      <Avatar name={person.name} hue={person.colour} size="sm" />
      <span className={mine ? "me" : undefined}>
        {person.name} {mine && <small className="muted">{t("chart.you")}</small>}
      </span>
      <KeyButton
        value={person.preferred_key || chart.key}
        label={t("chart.key.to_person", { key: label, name: person.name })}
        onClick={() => state.setKey(person.preferred_key || chart.key, person.capo)}
      />
    </>
  );
}

/** Easy shapes for the sounding key. */
function Capos({ chart, state }: PanelProps) {
  const list = suggestCapos(chart.keys, state.sounding);
  if (list.length === 0) return null;
  return (
    <section>
      <h2>{t("chart.with_capo")}</h2>
      <div className="kv pair">
        {list.map(({ capo, index }) => {
          const key = chart.keys[index];
          return (
            <div className="contents" key={capo}>
              <span className="sub">{t("chart.capo.play", { capo })}</span>
              <KeyButton
                value={key?.name ?? ""}
                label={t("chart.capo.use", { capo, key: key?.label ?? "" })}
                aria-pressed={state.capo === capo}
                onClick={() => state.setCapo(capo)}
              />
            </div>
          );
        })}
      </div>
    </section>
  );
}

function About({ song }: { song: Song }) {
  const rows: [string, string][] = [
    [t("song.aliases"), song.aliases.join(", ")],
    [t("song.tags"), song.tags.map((tag) => tag.name).join(", ")],
    [t("song.songbooks"), song.songbooks.map((b) => `${b.book} ${b.number}`).join(", ")],
    [t("song.scripture"), song.scripture.join(", ")],
    [t("song.language"), song.language ? languageName(song.language) : ""],
    [t("song.ccli"), song.ccli_song_number],
    [t("song.rights"), song.public_domain ? t("song.public_domain") : song.copyright],
  ];
  const filled = rows.filter(([, value]) => value);
  if (filled.length === 0 && song.links.length === 0) return null;
  return (
    <section>
      <h2>{t("song.about")}</h2>
      <dl className="about">
        {filled.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {song.links.map((link) => (
        <a key={link.url} className="link" href={link.url} target="_blank" rel="noreferrer noopener">
          {link.label || link.url}
        </a>
      ))}
    </section>
  );
}

/** What stands beside a chart: whose key, capos, notes, facts. */
export function Inspector(props: PanelProps) {
  const { song } = props;
  return (
    <>
      <WhoseKey {...props} />
      <Capos {...props} />
      {song.notes && (
        <section>
          <h2>{t("song.notes")}</h2>
          <p className="note">{song.notes}</p>
        </section>
      )}
      <About song={song} />
    </>
  );
}
