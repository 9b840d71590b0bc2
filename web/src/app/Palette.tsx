import { useNavigate } from "@tanstack/react-router";
import { Search, X } from "lucide-react";
import { type KeyboardEvent, useEffect, useState } from "react";
import { useSession } from "@/api/session";
import { Kbd } from "@/components/ui/Bits";
import { IconButton } from "@/components/ui/Button";
import { useModal } from "@/components/ui/Dialog";
import { t } from "@/i18n";
import { PaletteEntry } from "./PaletteEntry";
import { PaletteSide, sideActions } from "./PaletteSide";
import { groupActions, useActions, useTypedActions } from "./paletteActions";
import { type Entry, type EntryGroup, readQuery } from "./paletteModel";
import { usePaletteResults } from "./paletteQueries";
import "./palette.css";

function useGroups(text: string): EntryGroup[] {
  const session = useSession();
  const { mode, query } = readQuery(text);
  const found = usePaletteResults(mode, query, Boolean(session?.user));
  const actions = useActions();
  const typed = useTypedActions(session);
  if (mode === "people" || mode === "themes") return found;
  if (mode === "actions") return groupActions([...typed(""), ...actions], session, query);
  if (!query) return groupActions([...typed(""), ...actions], session, "");
  const doing = [...groupActions(typed(query), session, ""), ...groupActions(actions, session, query)];
  const entries = doing.flatMap((group) => group.entries);
  return entries.length ? [...found, { title: "do", entries }] : found;
}

/** Goes where an entry leads. */
function useRun(onClose: () => void) {
  const navigate = useNavigate();
  return (entry: Entry) => {
    onClose();
    if (entry.kind === "action") entry.run();
    else if (entry.kind === "song")
      void navigate({ to: "/songs/$songId", params: { songId: entry.song.id }, search: {} });
    else if (entry.kind === "theme") void navigate({ to: "/songs", search: { tag: [entry.name] } });
    else void navigate({ to: "/people/$profileId", params: { profileId: entry.person.id } });
  };
}

function useEdit(entry: Entry | undefined, onClose: () => void): (() => void) | undefined {
  const navigate = useNavigate();
  const mayEdit = useSession()?.may.edit_songs;
  if (entry?.kind !== "song" || !mayEdit) return undefined;
  return () => {
    onClose();
    void navigate({ to: "/songs/$songId/edit", params: { songId: entry.song.id }, search: {} });
  };
}

function Foot() {
  return (
    <div className="pf only-wide kh">
      <span>
        <Kbd keys="arrowup" />
        <Kbd keys="arrowdown" /> {t("palette.move")}
      </span>
      <span>
        <Kbd keys="escape" /> {t("palette.close")}
      </span>
      <span className="end">{t("palette.signs")}</span>
    </div>
  );
}

/** Find or do: songs, people, themes and actions in one list. */
export default function Palette({ initial, onClose }: { initial: string; onClose: () => void }) {
  const modal = useModal(onClose);
  const [text, setText] = useState(initial);
  const [active, setActive] = useState(0);
  const groups = useGroups(text);
  const entries = groups.flatMap((group) => group.entries);
  const entry = entries[Math.min(active, entries.length - 1)];
  const run = useRun(onClose);
  const edit = useEdit(entry, onClose);
  useEffect(() => {
    if (entry) document.getElementById(entry.id)?.scrollIntoView({ block: "nearest" });
  }, [entry]);
  function onKeyDown(event: KeyboardEvent) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by && entries.length) setActive((Math.min(active, entries.length - 1) + by + entries.length) % entries.length);
    else if (event.key === "Enter" && entry && !event.nativeEvent.isComposing) run(entry);
    else if (event.key === "e" && (event.ctrlKey || event.metaKey) && edit) edit();
    else return;
    event.preventDefault();
  }
  return (
    <dialog {...modal} className="pal" aria-label={t("nav.find")}>
      <div className="pq">
        <Search className="i" aria-hidden />
        <input
          autoFocus
          role="combobox"
          aria-expanded={entries.length > 0}
          aria-controls="palette-list"
          aria-activedescendant={entry?.id}
          aria-label={t("nav.find")}
          placeholder={t("palette.hint")}
          value={text}
          maxLength={200}
          autoComplete="off"
          onChange={(e) => {
            setText(e.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
        <span className="only-phone">
          <IconButton icon={X} label={t("action.close")} onClick={onClose} />
        </span>
      </div>
      <div className="pb">
        <div className="pl1" id="palette-list" role="listbox" aria-label={t("nav.find")}>
          {groups.map((group) => (
            <div key={group.title} role="group" aria-label={t(`palette.group.${group.title}`)}>
              <h3 role="presentation">{t(`palette.group.${group.title}`)}</h3>
              {group.entries.map((one) => (
                <PaletteEntry
                  key={one.id}
                  entry={one}
                  active={one.id === entry?.id}
                  onPoint={() => setActive(entries.indexOf(one))}
                  onRun={() => run(one)}
                />
              ))}
            </div>
          ))}
          {entries.length === 0 && <p className="pi muted">{t("palette.none")}</p>}
        </div>
        <PaletteSide actions={sideActions(entry, () => entry && run(entry), edit)} />
      </div>
      <Foot />
    </dialog>
  );
}
