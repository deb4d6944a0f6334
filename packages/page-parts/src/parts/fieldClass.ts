import styles from './Field.module.css';

/** The class of a text field, a search field or a select. */
export const fieldClass = styles.field;
