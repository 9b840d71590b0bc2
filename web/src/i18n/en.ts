import { account } from "./en/account";
import { admin } from "./en/admin";
import { editor } from "./en/editor";
import { history } from "./en/history";
import { profiles } from "./en/profiles";
import { shell } from "./en/shell";
import { songs } from "./en/songs";

/** Every word of the program, one file per area. A translation is another object of this type. */
export const messages = { ...shell, ...songs, ...editor, ...profiles, ...account, ...admin, ...history };
export type Messages = typeof messages;
