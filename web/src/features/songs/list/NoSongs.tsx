import { useNavigate } from "@tanstack/react-router";
import { LogIn, Pencil } from "lucide-react";
import type { Session } from "@/api/types";
import { Empty, type Way } from "@/components/ui/States";
import { t } from "@/i18n";

const line = [
  ["Come,", " "],
  ["Thou", " ", "A"],
  ["Fount", " of every ", "D"],
  ["blessing,", "", "A"],
] as const;

function Ghost() {
  return (
    <div className="ghost chart" aria-hidden>
      <div className="ln">
        {line.map(([word, after, chord]) => (
          <span key={word}>
            <span className="w">
              <span className="s">
                {chord && <b className="c">{chord}</b>}
                <span className="t">{word}</span>
              </span>
            </span>
            {after}
          </span>
        ))}
      </div>
    </div>
  );
}

/** The invitation of an empty library. */
export function NoSongs({ session }: { session?: Session }) {
  const navigate = useNavigate();
  const write: Way = {
    icon: Pencil,
    title: t("songs.empty.write"),
    text: t("songs.empty.write.text"),
    run: () => void navigate({ to: "/songs/new", search: {} }),
  };
  const signIn: Way = {
    icon: LogIn,
    title: t("nav.signin"),
    text: t("songs.empty.signin"),
    run: () => void navigate({ to: "/sign-in" }),
  };
  const ways = session?.may.create_songs ? [write] : session?.user ? [] : [signIn];
  return (
    <Empty
      page
      title={t("songs.empty")}
      text={t(session?.may.create_songs ? "songs.empty.text" : "songs.empty.visitor")}
      ways={ways}
      ghost={<Ghost />}
    />
  );
}
