import { useQuery } from "@tanstack/react-query";
import type { Revision, Song } from "@/api/types";
import { changeFailure } from "@/components/failure";
import { Button } from "@/components/ui/Button";
import { Dialog } from "@/components/ui/Dialog";
import { Sk, Skeleton } from "@/components/ui/States";
import { formatDateTime, hasMessage, t } from "@/i18n";
import { revisionsQuery, useRestoreRevision } from "../queries";

const longText = 120;

export function fieldName(field: string): string {
  const key = `field.${field.split(/[.[]/)[0]}`;
  return hasMessage(key) ? t(key) : field;
}

function actionWords(action: string): string {
  const key = `revisions.${action}`;
  return hasMessage(key) ? t(key) : action;
}

function byWhom({ action, user }: Revision): string {
  return user.name ? t("revisions.by", { action: actionWords(action), name: user.name }) : actionWords(action);
}

function Before({ text }: { text: string }) {
  if (!text) return <em className="muted">{t("revisions.nothing")}</em>;
  return text.length > longText || text.includes("\n") ? <pre className="diff">{text}</pre> : <span>{text}</span>;
}

function Entry({ revision, latest, onRestore }: { revision: Revision; latest: boolean; onRestore?: () => void }) {
  return (
    <li className="rev">
      <div className="row">
        <div className="grow">
          <b>{formatDateTime(revision.at)}</b>
          <p className="muted">{byWhom(revision)}</p>
        </div>
        {latest ? <span className="stat wait">{t("revisions.current")}</span> : null}
        {onRestore && !latest && <Button onClick={onRestore}>{t("revisions.restore")}</Button>}
      </div>
      {revision.differences.length > 0 && (
        <details>
          <summary>{revision.differences.map((d) => fieldName(d.field)).join(", ")}</summary>
          <dl className="diffs">
            {revision.differences.map((d) => (
              <div key={d.field}>
                <dt>{fieldName(d.field)}</dt>
                <dd>
                  <span className="muted">{t("revisions.before")}</span> <Before text={d.before} />
                </dd>
                <dd>
                  <span className="muted">{t("revisions.after")}</span> <Before text={d.after} />
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </li>
  );
}

/** Every saved state of a song; any of them can be made the present one again. */
export function Revisions({ song, onClose }: { song: Song; onClose: () => void }) {
  const { data, error } = useQuery(revisionsQuery(song.id));
  const restore = useRestoreRevision(song.id);
  function bringBack(revision: Revision) {
    const told = t("revisions.done", { date: formatDateTime(revision.at) });
    restore.mutate({ version: revision.version, current: song.version, told }, { onSuccess: onClose });
  }
  return (
    <Dialog title={t("revisions.title")} onClose={onClose} wide>
      {error && <p className="help bad">{changeFailure(error)}</p>}
      {!data && !error && (
        <Skeleton label={t("loading")}>
          <Sk w="60%" />
          <Sk w="40%" top=".75rem" />
        </Skeleton>
      )}
      <ol>
        {data?.map((revision, i) => (
          <Entry
            key={revision.version}
            revision={revision}
            latest={i === 0}
            onRestore={song.may.edit && !restore.isPending ? () => bringBack(revision) : undefined}
          />
        ))}
      </ol>
    </Dialog>
  );
}
