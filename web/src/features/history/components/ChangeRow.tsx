import { Link } from "@tanstack/react-router";
import { ListMusic, type LucideIcon, Music, RotateCcw, UserRound, UsersRound } from "lucide-react";
import type { Change } from "@/api/types";
import { Button } from "@/components/ui/Button";
import { formatTime, t } from "@/i18n";
import { about, deed, place } from "../model";
import { Differences } from "./Differences";

const icons: Record<string, LucideIcon> = {
  song: Music,
  profile: UsersRound,
  profile_song: ListMusic,
  user: UserRound,
};

function About({ change }: { change: Change }) {
  const to = place(change);
  const words = about(change);
  const face = change.entity === "profile" || change.entity === "user" ? "t1 name" : "t1";
  if (!to) return <span className={face}>{words}</span>;
  if ("song" in to)
    return (
      <Link className="t1" to="/songs/$songId" params={{ songId: to.song }} search={{}} data-row>
        {words}
      </Link>
    );
  return (
    <Link className={face} to="/people/$profileId" params={{ profileId: to.person }} search={{}} data-row>
      {words}
    </Link>
  );
}

function Undo({ change, busy, onUndo }: { change: Change; busy: boolean; onUndo: (change: Change) => void }) {
  if (change.undone)
    return (
      <span className="stat wait">
        <RotateCcw className="i" aria-hidden />
        {t("history.undone")}
      </span>
    );
  if (!change.undoable) return null;
  return (
    <Button
      busy={busy && t("history.undoing")}
      aria-label={t("history.undo.of", { title: about(change) })}
      onClick={() => onUndo(change)}
    >
      {t("action.undo")}
    </Button>
  );
}

/** One act of one person. */
export function ChangeRow(props: { change: Change; busy: boolean; onUndo: (change: Change) => void }) {
  const { change } = props;
  const Icon = icons[change.entity] ?? Music;
  return (
    <li className={change.undone ? "ch undone" : "ch"}>
      <Icon className="i" aria-hidden />
      <div className="grow">
        <About change={change} />
        <p className="ch-who">
          {deed(change)} <time dateTime={change.at}>{formatTime(change.at)}</time>
        </p>
        <Differences list={change.differences} />
      </div>
      <Undo {...props} />
    </li>
  );
}
