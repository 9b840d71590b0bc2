import { useQuery } from "@tanstack/react-query";
import { Avatar } from "@/components/ui/Bits";
import { Popover, type PopoverProps } from "@/components/ui/Popover";
import { Sk, useLate } from "@/components/ui/States";
import { t } from "@/i18n";
import { profilesQuery, useAddToList } from "./queries";

interface AddToListProps {
  songIds: string[];
  /** What is added, for the words of the toast: a title, or "3 songs". */
  title: string;
  button: PopoverProps["button"];
}

function People({ songIds, title, close }: Omit<AddToListProps, "button"> & { close: () => void }) {
  const { data, isPending, isError } = useQuery(profilesQuery);
  const late = useLate(isPending);
  const add = useAddToList();
  if (isError) return <p className="pop-note">{t("lists.failed")}</p>;
  if (!data) return <div className="pop-note">{late && <Sk w="9rem" />}</div>;
  if (data.length === 0) return <p className="pop-note">{t("lists.none")}</p>;
  return (
    <div className="menu-in choices">
      {data.map((person) => (
        <button
          type="button"
          className="mi"
          key={person.id}
          onClick={() => {
            close();
            add.mutate({ profileId: person.id, songIds, told: t("lists.added", { title, name: person.name }) });
          }}
        >
          <Avatar name={person.name} hue={person.colour} size="sm" />
          <span className="grow">{person.name}</span>
        </button>
      ))}
    </div>
  );
}

/** Asks whose list, and adds the songs to it. */
export function AddToList({ songIds, title, button }: AddToListProps) {
  return (
    <Popover label={t("lists.add")} button={button} end>
      {(close) => <People songIds={songIds} title={title} close={close} />}
    </Popover>
  );
}
