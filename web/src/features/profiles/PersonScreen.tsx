import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useSession } from "@/api/session";
import type { Profile, ProfileSong } from "@/api/types";
import { Await } from "@/components/Await";
import { useTitle } from "@/components/useTitle";
import { t } from "@/i18n";
import { AddSongs } from "./components/AddSongs";
import { PersonAside } from "./components/PersonAside";
import { EditPersonDialog } from "./components/PersonDialog";
import { Crumb, PersonHead, PersonSkeleton } from "./components/PersonHead";
import { ListSkeleton, SongList } from "./components/SongList";
import { findInListQuery, knownPerson, personQuery } from "./queries";
import type { PersonSearch } from "./search";
import "./profiles.css";

const route = getRouteApi("/shell/people/$profileId");

function EmptyList({ mayEdit }: { mayEdit: boolean }) {
  return (
    <div className="ps-empty">
      <p className="serif">{t("list.empty")}</p>
      {mayEdit && <p className="sub">{t("list.empty.text")}</p>}
    </div>
  );
}

function Songs({ profile }: { profile: Profile }) {
  const search = route.useSearch();
  const navigate = useNavigate();
  const whole = useQuery({ ...personQuery(profile.id), select: ({ songs }) => songs });
  const found = useQuery(findInListQuery(profile.id, search.q ?? ""));
  const own = useSession()?.user?.profile_id === profile.id;
  const onSearch = (next: PersonSearch) =>
    void navigate({ to: "/people/$profileId", params: { profileId: profile.id }, search: next, replace: true });
  const draw = (found: ProfileSong[]) =>
    found.length === 0 && !search.q ? (
      <EmptyList mayEdit={profile.may.edit} />
    ) : (
      <SongList profile={profile} found={found} search={search} onSearch={onSearch} />
    );
  return (
    <div className="ppl-main">
      {profile.may.edit && <AddSongs profileId={profile.id} own={own} />}
      <Await query={search.q ? found : whole} problem={t("list.problem")} skeleton={<ListSkeleton />}>
        {draw}
      </Await>
    </div>
  );
}

function Person({ profile }: { profile: Profile }) {
  const [editing, setEditing] = useState(false);
  return (
    <>
      <PersonHead profile={profile} onEdit={() => setEditing(true)} />
      <div className="ppl-cols">
        <Songs profile={profile} />
        <PersonAside profile={profile} />
      </div>
      {editing && <EditPersonDialog profile={profile} onClose={() => setEditing(false)} />}
    </>
  );
}

/** One person and their list of songs. */
export default function PersonScreen() {
  const { profileId } = route.useParams();
  const query = useQuery({ ...personQuery(profileId), select: ({ profile }) => profile });
  const profile = query.data ?? (query.error ? undefined : knownPerson(profileId));
  useTitle(profile?.name ?? t("nav.people"));
  return (
    <div className="scroll">
      <div className="ppl ppl-one" key={profileId}>
        <Crumb />
        {profile ? (
          <Person profile={profile} />
        ) : (
          <Await query={query} problem={t("person.problem")} skeleton={<PersonSkeleton />}>
            {(loaded) => <Person profile={loaded} />}
          </Await>
        )}
      </div>
    </div>
  );
}
