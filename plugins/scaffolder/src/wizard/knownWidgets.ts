/** The widgets of the form library, by the type of the field that they can show. */
const WIDGETS: Record<string, readonly string[]> = {
  boolean: ['checkbox', 'radio', 'select', 'hidden'],
  string: [
    'text',
    'password',
    'email',
    'hostname',
    'ipv4',
    'ipv6',
    'uri',
    'data-url',
    'radio',
    'select',
    'textarea',
    'hidden',
    'date',
    'datetime',
    'date-time',
    'alt-date',
    'alt-datetime',
    'time',
    'color',
    'file',
  ],
  number: ['text', 'select', 'updown', 'range', 'radio', 'hidden'],
  integer: ['text', 'select', 'updown', 'range', 'radio', 'hidden'],
  array: ['select', 'checkboxes', 'files', 'hidden'],
};

/** Names under which a form registers widgets for every type. */
const REGISTERED = [
  'password',
  'AltDateTimeWidget',
  'AltDateWidget',
  'CheckboxWidget',
  'CheckboxesWidget',
  'ColorWidget',
  'DateTimeWidget',
  'DateWidget',
  'EmailWidget',
  'FileWidget',
  'HiddenWidget',
  'PasswordWidget',
  'RadioWidget',
  'RangeWidget',
  'SelectWidget',
  'TextWidget',
  'TextareaWidget',
  'TimeWidget',
  'UpDownWidget',
  'URLWidget',
];

/** Whether a form can draw a field of this type with this widget. Any other makes the form library throw while it draws. */
export function isKnownWidget(options: {
  widget: unknown;
  /** Undefined where the schema does not say. */
  type: string | undefined;
}): boolean {
  const { widget, type } = options;
  if (typeof widget !== 'string') return false;
  if (REGISTERED.includes(widget)) return true;
  // Objects are drawn by their properties, and a choice of schemas as a select: neither looks for the widget.
  if (type === 'object' || type === 'null') return true;
  if (type === undefined) return WIDGETS.number.includes(widget);
  return WIDGETS[type]?.includes(widget) ?? false;
}
