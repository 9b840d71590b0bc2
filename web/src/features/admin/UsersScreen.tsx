import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useSession } from "@/api/session";
import type { User } from "@/api/types";
import { Await } from "@/components/Await";
import { changeFailure } from "@/components/failure";
import { Button } from "@/components/ui/Button";
import { toast } from "@/components/ui/Toast";
import { useRowKeys } from "@/components/useRowKeys";
import { useTitle } from "@/components/useTitle";
import { t } from "@/i18n";
import { DeleteUserDialog, EditUserDialog, NewUserDialog, PasswordDialog } from "./components/UserDialogs";
import { type UserActions, UsersSkeleton, UsersTable } from "./components/UsersTable";
import { type UserPatch, useChangeUser, usersQuery } from "./queries";
import "./admin.css";

type Open = { what: "new" } | { what: "edit" | "password" | "delete"; user: User } | undefined;

function OpenDialog({ open, onClose }: { open: Open; onClose: () => void }) {
  switch (open?.what) {
    case "new":
      return <NewUserDialog onClose={onClose} />;
    case "edit":
      return <EditUserDialog user={open.user} onClose={onClose} />;
    case "password":
      return <PasswordDialog user={open.user} onClose={onClose} />;
    case "delete":
      return <DeleteUserDialog user={open.user} onClose={onClose} />;
    default:
      return null;
  }
}

function useActions(setOpen: (open: Open) => void): UserActions {
  const { mutate } = useChangeUser();
  function change(user: User, body: UserPatch, before: UserPatch, told: string) {
    const onError = (error: Error) => toast({ text: changeFailure(error), danger: true });
    mutate({ user, body, before, told }, { onError });
  }
  return {
    onEdit: (user) => setOpen({ what: "edit", user }),
    onPassword: (user) => setOpen({ what: "password", user }),
    onDelete: (user) => setOpen({ what: "delete", user }),
    onRole: (user, role) =>
      change(
        user,
        { role },
        { role: user.role },
        t("users.role.changed", { name: user.name, role: t(`role.${role}`) }),
      ),
    onDisable: (user, disabled) =>
      change(
        user,
        { disabled },
        { disabled: user.disabled },
        t(disabled ? "users.off.done" : "users.on.done", { name: user.name }),
      ),
  };
}

/** Who may sign in, and what they may do. */
export default function UsersScreen() {
  const query = useQuery(usersQuery);
  const meId = useSession()?.user?.id;
  const [open, setOpen] = useState<Open>();
  const actions = useActions(setOpen);
  const add = () => setOpen({ what: "new" });
  useTitle(t("nav.users"));
  useRowKeys([{ keys: "n", label: "users.new", run: add }]);
  return (
    <div className="scroll">
      <div className="usr">
        <header className="usr-head">
          <div>
            <h1 className="h-page">{t("nav.users")}</h1>
            <p className="sub">{t("users.lede")}</p>
          </div>
          <Button look="pri" icon={Plus} onClick={add} aria-label={t("users.new")}>
            <span className="only-wide">{t("users.new")}</span>
            <span className="only-phone">{t("users.new.short")}</span>
          </Button>
        </header>
        <Await query={query} problem={t("users.problem")} skeleton={<UsersSkeleton />}>
          {(users) => <UsersTable users={users} meId={meId} actions={actions} />}
        </Await>
      </div>
      <OpenDialog open={open} onClose={() => setOpen(undefined)} />
    </div>
  );
}
