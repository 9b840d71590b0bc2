import { Link } from "@tanstack/react-router";
import { Plus, X } from "lucide-react";
import { useSession } from "@/api/session";
import { Kbd } from "@/components/ui/Bits";
import { formatNumber, t, tn } from "@/i18n";
import { mostFound } from "../queries";
import { type AddSongsState, useAddSongs } from "../useAddSongs";
import { AddRow } from "./AddRow";

/** The server stops at its limit: then there may be more. */
function foundWords(found: number, songs: number): string {
  if (found < mostFound) return tn("add.found", found, { songs: formatNumber(songs) });
  return t("add.found.many", { count: formatNumber(found), songs: formatNumber(songs) });
}

function Input({ state, label }: { state: AddSongsState; label: string }) {
  const count = useSession()?.counts.songs ?? 0;
  const total = state.query.data?.total;
  const row = state.rows[state.active];
  return (
    <div className="field">
      <Plus className="i" aria-hidden />
      <input
        ref={state.input}
        role="combobox"
        aria-label={label}
        aria-expanded={state.open}
        aria-haspopup="grid"
        aria-controls={state.id}
        aria-autocomplete="list"
        aria-activedescendant={row ? `${state.id}-${row.song.id}` : undefined}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="done"
        value={state.q}
        onChange={(e) => state.type(e.target.value)}
        onKeyDown={state.onKeyDown}
      />
      <span className="muted add-count" role="status">
        {state.open && total !== undefined && foundWords(total, count)}
      </span>
      {state.q && (
        <button type="button" className="clr" aria-label={t("action.clear")} onClick={() => state.type("")}>
          <X className="i" aria-hidden />
        </button>
      )}
    </div>
  );
}

function Nothing({ state }: { state: AddSongsState }) {
  const mayWrite = useSession()?.may.create_songs;
  if (state.query.error) return <p className="add-none">{t("add.problem")}</p>;
  if (!state.query.isSuccess || state.query.isPlaceholderData) return null;
  return (
    <p className="add-none">
      {t("add.none")}{" "}
      {mayWrite && (
        <Link className="link" to="/songs/new" search={{ title: state.q.trim() }}>
          {t("add.write", { title: state.q.trim() })}
        </Link>
      )}
    </p>
  );
}

function Hints() {
  return (
    <div className="add-foot only-wide kh" aria-hidden>
      <span>
        <Kbd keys="arrowup" />
        <Kbd keys="arrowdown" /> {t("add.hint.choose")}
      </span>
      <span>
        <Kbd keys="arrowleft" />
        <Kbd keys="arrowright" /> {t("add.hint.key")}
      </span>
      <span>
        <Kbd keys="enter" /> {t("add.hint.add")}
      </span>
    </div>
  );
}

/** Searches every song, marks what is in the list, and adds without leaving the keyboard. */
export function AddSongs({ profileId, own }: { profileId: string; own: boolean }) {
  const state = useAddSongs(profileId);
  return (
    <div className="add no-print">
      <Input state={state} label={own ? t("add.label.own") : t("add.label")} />
      {state.open && (
        <div className="add-pop">
          {state.rows.length === 0 && <Nothing state={state} />}
          <div role="grid" id={state.id} aria-label={t("add.results")}>
            {state.rows.map((row, i) => (
              <AddRow key={row.song.id} row={row} active={i === state.active} own={own} state={state} />
            ))}
          </div>
          {state.rows.length > 0 && <Hints />}
        </div>
      )}
    </div>
  );
}
