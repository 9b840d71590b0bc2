const patience = 20;

/** Brings the reader to the first field that was refused, once its words are on the page: some frames later. */
export function focusInvalid(form: HTMLFormElement | null, frames = patience) {
  requestAnimationFrame(() => {
    const field = form?.querySelector<HTMLElement>("[aria-invalid=true]");
    if (field) field.focus();
    else if (frames > 0) focusInvalid(form, frames - 1);
  });
}
