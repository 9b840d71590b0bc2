import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { t } from "@/i18n";
import { ProblemState } from "./ProblemState";
import { Skeleton } from "./ui/States";

/** What a query brought, or its skeleton, or what went wrong. What was loaded once stays while offline. */
export function Await<T>(props: {
  query: UseQueryResult<T>;
  skeleton: ReactNode;
  /** Names what could not be opened. */
  problem: string;
  /** Names what is being fetched. */
  loading?: string;
  children: (data: T) => ReactNode;
}) {
  const { query } = props;
  if (query.data !== undefined) return props.children(query.data);
  if (query.error)
    return <ProblemState error={query.error} title={props.problem} onRetry={() => void query.refetch()} />;
  return <Skeleton label={props.loading ?? t("loading")}>{props.skeleton}</Skeleton>;
}
