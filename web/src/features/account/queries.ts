import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "@/api/client";
import { keys } from "@/api/keys";
import { replaceSession, sessionQuery } from "@/api/session";
import type { Device } from "@/api/types";
import { changeFailure } from "@/components/failure";
import { toast } from "@/components/ui/Toast";
import { t, tn } from "@/i18n";

export interface SetupInput {
  token: string;
  church_name: string;
  name: string;
  username: string;
  password: string;
}

export function useSignIn() {
  return useMutation({
    mutationFn: (body: { username: string; password: string }) => api.post("/api/session", { body }),
    onSuccess: ({ data }) => replaceSession(data),
  });
}

/** Makes the first administrator, who is then signed in. */
export function useSetUp() {
  return useMutation({
    mutationFn: (body: SetupInput) => api.post("/api/setup", { body }),
    onSuccess: ({ data }) => replaceSession(data),
  });
}

export const devicesQuery = queryOptions({
  queryKey: keys.devices,
  queryFn: ({ signal }) => api.get("/api/account/devices", { signal }),
});

/** Ends one device, or all but this one. What is ended can be had again only by signing in there. */
export function useEndDevices() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (device: Device | "others") =>
      device === "others"
        ? api.post("/api/account/devices/end-others")
        : api.delete("/api/account/devices/{id}", { path: { id: device.id } }),
    onSuccess: (_, device) => {
      const before = client.getQueryData<Device[]>(keys.devices) ?? [];
      const kept = before.filter((one) => (device === "others" ? one.current : one.id !== device.id));
      client.setQueryData(keys.devices, kept);
      toast({ text: device === "others" ? tn("devices.ended", before.length - kept.length) : t("devices.ended.this") });
    },
    onError: (error) => toast({ text: changeFailure(error), danger: true }),
  });
}

/** Saves one's own name. The account is read first, because the session does not tell its version. */
export function useChangeName() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (name: string) => {
      const { version } = await api.get("/api/account");
      return api.patch("/api/account", { body: { name }, version });
    },
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: sessionQuery.queryKey });
      toast({ text: t("account.saved") });
    },
  });
}

export function useChangePassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { current: string; new: string }) => api.post("/api/account/password", { body }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: keys.devices });
      toast({ text: t("account.password.saved") });
    },
  });
}
