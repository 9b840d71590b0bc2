import { createRoute } from "@tanstack/react-router";
import { rootRoute } from "./root";
import { Shell } from "./Shell";

/** Screens with the navigation around them. Sign-in and set-up hang on the root itself. */
export const shellRoute = createRoute({ getParentRoute: () => rootRoute, id: "shell", component: Shell });
