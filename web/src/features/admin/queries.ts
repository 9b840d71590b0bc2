import { queryOptions, useMutation } from "@tanstack/react-query";
import { api } from "@/api/client";
import { keys } from "@/api/keys";
import { announce } from "@/api/live";
import { Problem } from "@/api/problem";
import { queryClient } from "@/api/queryClient";
import type { Role, User } from "@/api/types";
import { changeFailure } from "@/components/failure";
import { toast } from "@/components/ui/Toast";
import { t } from "@/i18n";

export const roles: Role[] = ["member", "leader", "editor", "admin"];

export const usersQuery = queryOptions({
  queryKey: keys.users,
  queryFn: ({ signal }) => api.get("/api/users", { signal }),
});

export const profilesQuery = queryOptions({
  queryKey: keys.profiles,
  queryFn: ({ signal }) => api.get("/api/profiles", { signal }),
});

export interface NewUser {
  username: string;
  name: string;
  role: Role;
  profile_id: string;
  password: string;
}

export type UserPatch = Partial<Pick<User, "name" | "username" | "role" | "profile_id" | "disabled">> & {
  password?: string;
};

/** Whether nobody else could let people in: then the role stays. */
export function isLastAdmin(user: User, all: User[]): boolean {
  const rules = (one: User) => one.role === "admin" && !one.disabled;
  return rules(user) && all.filter(rules).length === 1;
}

function put(user: User) {
  queryClient.setQueryData<User[]>(keys.users, (all) => {
    const known = all?.some((one) => one.id === user.id);
    return known ? all?.map((one) => (one.id === user.id ? user : one)) : all && [...all, user];
  });
}

function patch(user: User, body: UserPatch) {
  return api.patch("/api/users/{id}", { path: { id: user.id }, body, version: user.version });
}

/** Puts the former values back, on whatever version is stored by now. */
async function takeBack(id: string, before: UserPatch) {
  const { data } = await patch(await api.get("/api/users/{id}", { path: { id } }), before);
  put(data);
}

export function useAddUser() {
  return useMutation({
    mutationFn: (body: NewUser) => api.post("/api/users", { body }),
    onSuccess: ({ data }) => {
      put(data);
      announce({ type: "account" });
      toast({ text: t("users.added", { name: data.name }) });
    },
  });
}

/** Changes an account at once; `before` are the values that Undo puts back. */
export function useChangeUser() {
  return useMutation({
    mutationFn: ({ user, body }: { user: User; body: UserPatch; before?: UserPatch; told: string }) =>
      patch(user, body),
    onMutate: ({ user, body: { password: _, ...shown } }) => put({ ...user, ...shown }),
    onSuccess: ({ data }, { before, told }) => {
      put(data);
      announce({ type: "account" });
      toast({ text: told, undo: before ? () => takeBack(data.id, before) : undefined });
    },
    onError: (error, { user }) => {
      const current = error instanceof Problem && error.conflict ? (error.current as User | undefined) : undefined;
      put(current ?? user);
    },
  });
}

/** An account cannot come back: whoever had it needs a new one. What the person did and their list stay. */
export function useDeleteUser() {
  return useMutation({
    mutationFn: (user: User) => api.delete("/api/users/{id}", { path: { id: user.id }, version: user.version }),
    onSuccess: (_, user) => {
      queryClient.setQueryData<User[]>(keys.users, (all) => all?.filter((one) => one.id !== user.id));
      announce({ type: "account" });
      toast({ text: t("users.deleted", { name: user.name }) });
    },
    onError: (error) => toast({ text: changeFailure(error), danger: true }),
  });
}
