export default {
  name: "home",
  shots: { start: "/" },
  tests: {},
};
