import { Link } from "@tanstack/react-router";
import type { Profile } from "@/api/types";
import { Avatar } from "@/components/ui/Bits";
import { Sk } from "@/components/ui/States";
import { formatNumber, t, tn } from "@/i18n";
import { doing } from "../model";

function Songs({ count }: { count: number }) {
  if (count === 0)
    return (
      <span className="muted">
        <span aria-hidden>–</span>
        <span className="sr">{t("people.nolist")}</span>
      </span>
    );
  return (
    <span className="songs">
      <span aria-hidden>{formatNumber(count)}</span>
      <span className="sr">{tn("people.songs", count)}</span>
    </span>
  );
}

function PersonRow({ person }: { person: Profile }) {
  return (
    <tr>
      <td>
        <Link className="nm" to="/people/$profileId" params={{ profileId: person.id }} search={{}} data-row>
          <Avatar name={person.name} hue={person.colour} />
          <span>
            <b>{person.name}</b>
            <span className="only-phone nm-does">{doing(person)}</span>
          </span>
        </Link>
      </td>
      <td className="sub only-wide">{doing(person)}</td>
      <td className="r">
        <Songs count={person.song_count} />
      </td>
    </tr>
  );
}

function Head({ quiet }: { quiet?: boolean }) {
  return (
    <thead className={quiet ? "vh" : undefined}>
      <tr>
        <th scope="col">{t("people.col.name")}</th>
        <th scope="col" className="only-wide">
          {t("people.col.does")}
        </th>
        <th scope="col" className="r">
          {t("people.col.songs")}
        </th>
      </tr>
    </thead>
  );
}

function Group({ title, people, quiet }: { title: string; people: Profile[]; quiet?: boolean }) {
  if (people.length === 0) return null;
  return (
    <section className="ppl-group">
      <h2 className="h-sec">{title}</h2>
      <table className="tbl ppl-tbl" aria-label={title}>
        <Head quiet={quiet} />
        <tbody>
          {people.map((person) => (
            <PersonRow key={person.id} person={person} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Who sings first, then who plays. */
export function PeopleTable({ people }: { people: Profile[] }) {
  const singing = people.filter((one) => one.kind !== "musician");
  const playing = people.filter((one) => one.kind === "musician");
  return (
    <>
      <Group title={t("people.singing")} people={singing} />
      <Group title={t("people.playing")} people={playing} quiet={singing.length > 0} />
    </>
  );
}

export function PeopleSkeleton() {
  return (
    <div className="ppl-group">
      {["34%", "26%", "30%", "22%", "38%", "28%", "24%"].map((w) => (
        <div className="ppl-sk" key={w}>
          <Sk w="2rem" h="2rem" />
          <span className="grow">
            <Sk w={w} />
          </span>
          <Sk w="1.75rem" h="1.25rem" />
        </div>
      ))}
    </div>
  );
}
