import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('naive_response')
export class NaiveResponse {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') clientId!: string;
  @Column('jsonb') answers!: number[];
  @Column('timestamptz') submittedAt!: Date;
}

@Entity('naive_score')
export class NaiveScore {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') responseId!: string;
  @Column('uuid') clientId!: string;
  @Column('int') total!: number;
}

@Entity('naive_alert')
export class NaiveAlert {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') clientId!: string;
  @Column('text') status!: string;
  @Column('jsonb') signals!: string[];
}
