import { Link } from "@tanstack/react-router";
import { ChevronLeft, Info, ListPlus, Pencil, Printer } from "lucide-react";
import type { Song } from "@/api/types";
import { Button, buttonClass, IconButton } from "@/components/ui/Button";
import { t } from "@/i18n";
import { AddToList } from "../AddToList";
import { Facts } from "../Facts";
import { SongMenu } from "./SongMenu";

export function EditLink({ song, arr }: { song: Song; arr?: string }) {
  return (
    <Link to="/songs/$songId/edit" params={{ songId: song.id }} search={{ arr }} className={buttonClass({})}>
      <Pencil className="i" aria-hidden />
      <span className="t">{t("action.edit")}</span>
    </Link>
  );
}

export interface ChartHeadProps {
  song: Song;
  arr?: string;
  maySeePeople: boolean;
  onRevisions: () => void;
  onAbout: () => void;
}

/** Title, people, and what can be done with the song. */
export function ChartHead({ song, arr, maySeePeople, onRevisions, onAbout }: ChartHeadProps) {
  return (
    <>
      <Link to="/songs" search={{}} className="crumb tap">
        <ChevronLeft className="i sm" aria-hidden />
        {t("nav.songs")}
      </Link>
      <div className="head">
        <div>
          <h1 className="h-song">{song.title}</h1>
          <Facts song={song} />
        </div>
        <div className="bar no-print">
          <IconButton icon={Printer} label={t("song.print")} onClick={() => window.print()} />
          <span className="only-tablet">
            <IconButton icon={Info} label={t("song.about")} onClick={onAbout} />
          </span>
          <SongMenu song={song} onRevisions={onRevisions} />
          {maySeePeople && (
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
          {song.may.edit && <EditLink song={song} arr={arr} />}
        </div>
      </div>
    </>
  );
}
