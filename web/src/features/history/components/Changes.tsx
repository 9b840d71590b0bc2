import { useInfiniteQuery } from "@tanstack/react-query";
import type { Change } from "@/api/types";
import { ProblemState } from "@/components/ProblemState";
import { Button } from "@/components/ui/Button";
import { Empty, Sk, Skeleton } from "@/components/ui/States";
import { t } from "@/i18n";
import { byDay } from "../model";
import { changesQuery, useUndo } from "../queries";
import { type HistorySearch, kinds } from "../search";
import { ChangeRow } from "./ChangeRow";

function KindChips({ entity, onChange }: { entity?: Change["entity"]; onChange: (entity?: Change["entity"]) => void }) {
  return (
    <div className="hist-chips" role="group" aria-label={t("history.show")}>
      {[undefined, ...kinds].map((kind) => (
        <button
          key={kind ?? "all"}
          type="button"
          className={kind === entity ? "chip on" : "chip"}
          aria-pressed={kind === entity}
          onClick={() => onChange(kind)}
        >
          {t(`history.kind.${kind ?? "all"}`)}
        </button>
      ))}
    </div>
  );
}

export function RowsSkeleton() {
  return ["46%", "32%", "40%", "28%", "44%", "36%"].map((w) => (
    <div className="ch" key={w}>
      <Sk w="1.25rem" h="1.25rem" />
      <span className="grow">
        <Sk w={w} />
        <Sk w="12rem" h=".6875rem" top=".5rem" />
      </span>
    </div>
  ));
}

function Days({ changes }: { changes: Change[] }) {
  const undo = useUndo();
  return byDay(changes).map((day) => (
    <section key={day.name} className="hist-day">
      <h2 className="h-sec">{day.name}</h2>
      <ol>
        {day.changes.map((change) => (
          <ChangeRow
            key={change.id}
            change={change}
            busy={undo.isPending && undo.variables.id === change.id}
            onUndo={undo.mutate}
          />
        ))}
      </ol>
    </section>
  ));
}

function Pages({ entity }: { entity?: Change["entity"] }) {
  const query = useInfiniteQuery(changesQuery(entity));
  if (query.error && !query.data)
    return <ProblemState error={query.error} title={t("history.problem")} onRetry={() => void query.refetch()} />;
  if (!query.data)
    return (
      <Skeleton label={t("loading")}>
        <RowsSkeleton />
      </Skeleton>
    );
  const changes = query.data.pages.flatMap((page) => page.data);
  if (changes.length === 0) return <Empty title={t("history.empty")} text={t("history.empty.text")} />;
  return (
    <>
      <Days changes={changes} />
      {query.hasNextPage && (
        <Button
          className="hist-more"
          busy={query.isFetchingNextPage && t("history.older.busy")}
          onClick={() => void query.fetchNextPage()}
        >
          {t("history.older")}
        </Button>
      )}
    </>
  );
}

/** Who changed what, newest first. */
export function Changes({ search, onSearch }: { search: HistorySearch; onSearch: (search: HistorySearch) => void }) {
  return (
    <>
      <KindChips entity={search.entity} onChange={(entity) => onSearch({ ...search, entity })} />
      <Pages key={search.entity} entity={search.entity} />
    </>
  );
}
