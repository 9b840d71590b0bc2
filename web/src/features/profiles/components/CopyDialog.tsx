import { useQuery } from "@tanstack/react-query";
import { ChevronRight } from "lucide-react";
import { useState } from "react";
import type { Profile, ProfileSong } from "@/api/types";
import { Await } from "@/components/Await";
import { Avatar } from "@/components/ui/Bits";
import { Dialog } from "@/components/ui/Dialog";
import { Field } from "@/components/ui/Field";
import { Sk } from "@/components/ui/States";
import { t, tn } from "@/i18n";
import { doing, findPeople } from "../model";
import { useCopySongs } from "../mutations";
import { profilesQuery } from "../queries";

const manyPeople = 8;

function People({ people, onPick }: { people: Profile[]; onPick: (person: Profile) => void }) {
  const [q, setQ] = useState("");
  const found = findPeople(people, { q });
  return (
    <>
      {people.length > manyPeople && (
        <Field label={t("people.search")} type="search" value={q} onChange={(e) => setQ(e.target.value)} />
      )}
      {found.length === 0 && <p className="muted">{t("copy.nobody")}</p>}
      <div className="copy-to">
        {found.map((person) => (
          <button key={person.id} type="button" onClick={() => onPick(person)}>
            <Avatar name={person.name} hue={person.colour} />
            <span className="grow">
              <b>{person.name}</b>
              <small>{doing(person)}</small>
            </span>
            <ChevronRight className="i" aria-hidden />
          </button>
        ))}
      </div>
    </>
  );
}

/** Picks whose list gets a copy: of these songs or, with none named, of the whole list. What they have stays as it is. */
export function CopyDialog({
  profileId,
  songs,
  onClose,
}: {
  profileId: string;
  songs?: ProfileSong[];
  onClose: () => void;
}) {
  const query = useQuery(profilesQuery);
  const copy = useCopySongs(profileId);
  function pick({ id, name }: Profile) {
    const told = (count: number) => (count === 0 ? t("copy.had", { name }) : tn("copy.done", count, { name }));
    copy.mutate({ toId: id, songIds: songs?.map((row) => row.song.id), told }, { onSuccess: onClose });
  }
  const only = songs?.length === 1 ? songs[0] : undefined;
  const title = only
    ? t("copy.one", { title: only.song.title })
    : songs
      ? tn("copy.some", songs.length)
      : t("copy.all");
  return (
    <Dialog title={title} onClose={onClose}>
      <p className="sub copy-lede">{t("copy.lede")}</p>
      <Await query={query} problem={t("people.problem")} skeleton={<Sk w="100%" h="6rem" />}>
        {(people) => <People people={people.filter((one) => one.id !== profileId && one.may.edit)} onPick={pick} />}
      </Await>
    </Dialog>
  );
}
