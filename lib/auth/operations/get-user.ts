import "server-only";
import { examplePerson } from "@/lib/auth/people/examples";
import { findPerson } from "@/lib/auth/people/people";
import { PersonView, UserReference } from "@/lib/auth/people/schema";
import { query } from "@/lib/core/operation/operation";

export const getUser = query({
  name: "auth.user.get",
  summary: "Read an account",
  audience: ["staff"],
  input: UserReference,
  output: PersonView,
  http: { method: "GET", path: "/users/{userId}" },
  example: { input: { userId: examplePerson.id }, output: examplePerson },
  refusals: ["auth.user_not_found"],
  run: (context, { userId }) => findPerson(context, userId),
});
