import { useQuery } from "@tanstack/react-query";
import { Clock, Music, Trash2, UsersRound } from "lucide-react";
import { useState } from "react";
import type { TrashEntry } from "@/api/types";
import { Await } from "@/components/Await";
import { ConfirmDialog } from "@/components/ConfirmDialog";
import { Button, IconButton } from "@/components/ui/Button";
import { Empty } from "@/components/ui/States";
import { formatDate, t, tn } from "@/i18n";
import { daysLeft } from "../model";
import { trashQuery, usePurge, useRestore } from "../queries";
import { RowsSkeleton } from "./Changes";

const soon = 3;

function Left({ expires }: { expires: string }) {
  const days = daysLeft(expires);
  return (
    <span className={days <= soon ? "stat warn" : "stat wait"}>
      <Clock className="i" aria-hidden />
      {days === 0 ? t("trash.left.today") : tn("trash.left", days)}
    </span>
  );
}

function Entry({ entry, onPurge }: { entry: TrashEntry; onPurge: () => void }) {
  const restore = useRestore();
  const Icon = entry.entity === "song" ? Music : UsersRound;
  return (
    <li className="ch">
      <Icon className="i" aria-hidden />
      <div className="grow">
        <span className={entry.entity === "song" ? "t1" : "t1 name"}>{entry.title}</span>
        <p className="ch-who">
          {entry.detail && <span>{entry.detail}</span>}
          <span>
            {t("trash.deleted", {
              who: entry.deleted_by.name || t("history.program"),
              date: formatDate(entry.deleted_at),
            })}
          </span>
          <Left expires={entry.expires_at} />
        </p>
      </div>
      {entry.may_restore && (
        <Button
          busy={restore.isPending && t("trash.restoring")}
          aria-label={t("trash.restore.of", { title: entry.title })}
          onClick={() => restore.mutate(entry)}
        >
          {t("trash.restore")}
        </Button>
      )}
      {entry.may_purge && (
        <IconButton danger label={t("trash.purge.of", { title: entry.title })} icon={Trash2} onClick={onPurge} />
      )}
    </li>
  );
}

function PurgeDialog({ entry, onClose }: { entry: TrashEntry; onClose: () => void }) {
  const purge = usePurge();
  return (
    <ConfirmDialog
      title={t("trash.purge.title", { title: entry.title })}
      understood={t("trash.purge.sure")}
      action={t("trash.purge")}
      busy={purge.isPending && t("trash.purging")}
      onClose={onClose}
      onConfirm={() => purge.mutate(entry, { onSettled: onClose })}
    >
      <p>{entry.entity === "song" ? t("trash.purge.song") : t("trash.purge.person")}</p>
    </ConfirmDialog>
  );
}

/** What was deleted in the last thirty days. */
export function Trash() {
  const query = useQuery(trashQuery);
  const [purging, setPurging] = useState<TrashEntry>();
  return (
    <Await query={query} problem={t("trash.problem")} skeleton={<RowsSkeleton />}>
      {(entries) => (
        <>
          {entries.length === 0 ? (
            <Empty title={t("trash.empty")} text={t("trash.empty.text")} />
          ) : (
            <ul className="hist-day">
              {entries.map((entry) => (
                <Entry key={`${entry.entity}/${entry.id}`} entry={entry} onPurge={() => setPurging(entry)} />
              ))}
            </ul>
          )}
          {purging && <PurgeDialog entry={purging} onClose={() => setPurging(undefined)} />}
        </>
      )}
    </Await>
  );
}
