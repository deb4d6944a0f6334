/** A form with one field. The label is always there: a placeholder is no label. */
export function SearchBox(props: {
  label: string;
  action: string;
  suggest?: boolean;
}) {
  return (
    <form action={props.action} role="search">
      <label htmlFor="cb-search">{props.label}</label>
      <input id="cb-search" name="q" type="search" />
    </form>
  );
}
