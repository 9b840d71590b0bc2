import type { Chart, Song } from "@/api/types";
import { orderTiles } from "@/components/chart/sections";
import { t } from "@/i18n";
import { people, rights } from "../Facts";
import type { ChartKeyState } from "./useChartKey";

interface PrintProps {
  song: Song;
  chart: Chart;
  state: ChartKeyState;
}

/** The head of a printed page: only paper shows it. */
export function PrintHead({ song, chart, state }: PrintProps) {
  const shape = chart.keys[state.shown]?.label;
  return (
    <div className="print-head" aria-hidden>
      <div>
        <h1>{song.title}</h1>
        <p className="cr">
          {people(song).join(" · ")}
          {song.tune && <span className="tune"> · {song.tune.toUpperCase()}</span>}
        </p>
      </div>
      <div className="kk">
        <div>
          <b>{chart.keys[state.sounding]?.label}</b>
          {state.capo > 0 ? t("print.capo", { capo: state.capo, key: shape ?? "" }) : t("print.key")}
        </div>
        {chart.bpm > 0 && (
          <div>
            <b className="k">{chart.bpm}</b>
            {t("print.bpm", { meter: chart.meter })}
          </div>
        )}
      </div>
      <p className="or">
        {orderTiles(chart).map((tile, i) => (
          <span key={i}>{tile.repeat > 1 ? `${tile.label} ×${tile.repeat}` : tile.label}</span>
        ))}
      </p>
    </div>
  );
}

export function PrintFoot({ song, church }: { song: Song; church: string }) {
  const ccli = song.ccli_song_number && t("print.ccli", { number: song.ccli_song_number });
  return (
    <div className="print-foot" aria-hidden>
      <span>{[rights(song), ccli].filter(Boolean).join(" · ")}</span>
      <span>{church}</span>
    </div>
  );
}
