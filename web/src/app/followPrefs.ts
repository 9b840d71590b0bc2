import { onPreferences, type Preferences, sendPreferences } from "@/api/preferences";
import { type Followed, followed, prefs, readFollowed } from "@/components/prefs";

let arriving = false;

function differing(now: Followed, then: Followed): Preferences {
  return Object.fromEntries(followed.filter((name) => now[name] !== then[name]).map((name) => [name, now[name]]));
}

/**
 * Theme, text size, notation, note names and single keys follow the person: the account's word is taken over when it comes, a
 * choice made here is sent. What the account does not say stays as this device has it, which also stands until it has come.
 */
export function followPrefs() {
  let before: Followed = prefs.get();
  onPreferences((preferences) => {
    arriving = true;
    prefs.set(readFollowed(preferences));
    arriving = false;
  });
  prefs.subscribe(() => {
    const changed = differing(prefs.get(), before);
    before = prefs.get();
    if (!arriving && Object.keys(changed).length > 0) sendPreferences(changed);
  });
}
