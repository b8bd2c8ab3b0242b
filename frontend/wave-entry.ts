// The form of sign-in and set-up: no empty field leaves, caps lock is named, and it is sent once.
export {};

interface Field extends HTMLElement {
  value: string;
  invalid: boolean;
  errorMessage: string;
  helperText: string;
}

function addToken(form: HTMLFormElement) {
  const meta = (name: string) => document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content;
  const name = meta('_csrf_parameter');
  if (name && !form.querySelector(`input[name="${name}"]`)) {
    const token = document.createElement('input');
    Object.assign(token, { type: 'hidden', name, value: meta('_csrf') ?? '' });
    form.append(token);
  }
}

function firstEmpty(fields: Field[], message: string): Field | undefined {
  fields.forEach((field) => {
    field.invalid = !field.value;
    if (field.invalid) {
      field.errorMessage = message;
    }
  });
  return fields.find((field) => field.invalid);
}

function nameCapsLock(field: Field, words: string) {
  const usual = field.helperText;
  field.addEventListener('keyup', (event) => {
    field.helperText = event.getModifierState('CapsLock') ? words : usual;
  });
}

declare global {
  interface Window {
    wavetrainEntry(form: HTMLFormElement, required: string, caps: string): void;
  }
}

window.wavetrainEntry = (form, required, caps) => {
  const fields = [...form.querySelectorAll<Field>('vaadin-text-field, vaadin-password-field')];
  form.noValidate = true;
  fields.filter((field) => field.matches('vaadin-password-field')).forEach((field) => nameCapsLock(field, caps));
  let sent = false;
  form.addEventListener('submit', (event) => {
    const empty = firstEmpty(fields, required);
    const posted = form.method === 'post';
    if (empty || sent || !posted) {
      event.preventDefault();
    }
    if (empty) {
      empty.focus();
    } else if (!posted) {
      form.dispatchEvent(new CustomEvent('wave-entry'));
    } else {
      sent = true;
      addToken(form);
    }
  });
};
