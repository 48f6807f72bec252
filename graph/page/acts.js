// What a module asks of one that comes after it. The later one gives its functions here as it is loaded; they are called when the page
// is open. All else goes by import, from the first module to the last.
export const acts = {};
