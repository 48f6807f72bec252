// The kinds of lines in the drawing of who was where; the strongest role decides.
export function lineOf(roles) {
  const has = (...wanted) => wanted.some((role) => roles.includes(role));
  return has("host")
    ? "host"
    : has("chaired", "led")
      ? "chair"
      : has("spoke", "reported")
        ? "speak"
        : has("attended", "accompanied")
          ? "attend"
          : "observe";
}
