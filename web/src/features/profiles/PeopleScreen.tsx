import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { Plus, UserPlus } from "lucide-react";
import { useState } from "react";
import { useSession } from "@/api/session";
import type { Profile } from "@/api/types";
import { Await } from "@/components/Await";
import { Button } from "@/components/ui/Button";
import { Empty } from "@/components/ui/States";
import { useRowKeys } from "@/components/useRowKeys";
import { useTitle } from "@/components/useTitle";
import { t } from "@/i18n";
import { PeopleFilters } from "./components/PeopleFilters";
import { PeopleSkeleton, PeopleTable } from "./components/PeopleTable";
import { NewPersonDialog } from "./components/PersonDialog";
import { findPeople } from "./model";
import { profilesQuery } from "./queries";
import type { PeopleSearch } from "./search";
import "./profiles.css";

const route = getRouteApi("/shell/people");

function Head({ onAdd }: { onAdd?: () => void }) {
  return (
    <header className="ppl-head">
      <div>
        <h1 className="h-page">{t("nav.people")}</h1>
        <p className="sub">{t("people.lede")}</p>
      </div>
      {onAdd && (
        <Button look="pri" icon={Plus} onClick={onAdd} aria-label={t("people.add")}>
          <span className="only-wide">{t("people.add")}</span>
          <span className="only-phone">{t("action.add")}</span>
        </Button>
      )}
    </header>
  );
}

function Result({ people, search, onAdd }: { people: Profile[]; search: PeopleSearch; onAdd?: () => void }) {
  const found = findPeople(people, search);
  const ways = onAdd ? [{ icon: UserPlus, title: t("people.add"), text: t("people.add.text"), run: onAdd }] : [];
  if (people.length === 0) return <Empty title={t("people.empty")} text={t("people.empty.text")} ways={ways} />;
  if (found.length === 0) return <p className="ppl-none">{t("people.none")}</p>;
  return <PeopleTable people={found} />;
}

/** Everyone with a list of songs. */
export default function PeopleScreen() {
  const query = useQuery(profilesQuery);
  const session = useSession();
  const search = route.useSearch();
  const navigate = useNavigate();
  const [adding, setAdding] = useState(false);
  const mayAdd = session?.may.manage_profiles || (session?.user && !session.user.profile_id);
  const onAdd = mayAdd ? () => setAdding(true) : undefined;
  const onSearch = (next: PeopleSearch) => void navigate({ to: "/people", search: next, replace: true });
  useTitle(t("nav.people"));
  useRowKeys(onAdd ? [{ keys: "n", label: "people.add", run: onAdd }] : []);
  return (
    <div className="scroll">
      <div className="ppl">
        <Head onAdd={onAdd} />
        {query.data?.length !== 0 && <PeopleFilters people={query.data} search={search} onChange={onSearch} />}
        <Await query={query} problem={t("people.problem")} skeleton={<PeopleSkeleton />}>
          {(people) => <Result people={people} search={search} onAdd={onAdd} />}
        </Await>
      </div>
      {adding && <NewPersonDialog onClose={() => setAdding(false)} />}
    </div>
  );
}
